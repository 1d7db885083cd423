import { chromium } from "@playwright/test";
import http from "node:http"; import fs from "node:fs"; import path from "node:path";
const dist="/tmp/obverse/pairing/web/dist";
const person=(id,name,job,dep,site)=>({id,name,called_name:null,pronouns:null,job_title:job,department:dep,site,time_zone:"Europe/London"});
const ana=person("a","Ana Moreira","Trainee","Stores","Lyon"), sofia=person("s","Sofia Lind","Director of Logistics","Logistics","Malmö");
const pairing=(me,stage,extra={})=>({id:"p1",programme_id:"g1",programme_name:"Customers first",origin:"run",side:me==="ana"?"mentor":"mentee",partner:me==="ana"?sofia:ana,stage,meetings_before:0,opened_at:"2026-11-20T09:00:00Z",answers_close_at:"2026-11-28T00:00:00Z",started_at:stage==="started"?"2026-11-24T09:00:00Z":null,finished_week_on:stage==="finished"?"2026-11-16":null,exploratory_meeting:null,own_answer:null,mirror:{seen_by:["Jo Byrne","Kim Park"],line:stage==="set_aside"?null:{state:stage==="started"?"started":stage==="finished"?"finished":"getting_to_know",finished_week_on:stage==="finished"?"2026-11-16":null,is_agreement_signed:stage==="started",cadence:stage==="started"?"monthly":null,is_charter_signed:stage==="started"}},allowed_actions:{exploring:["set_meeting","answer"],agreeing:["change_agreement","sign_agreement","sign_charter","close"],started:["change_agreement","pause","close"],finished:[],set_aside:[]}[stage],...extra});
const agreement=(me,v,signed)=>({version:v,cadence:"monthly",channel:"in_person",notice_days:2,booking_side:"mentee",leading_side:"mentor",ends_on:"2027-05-31",mentor_outcomes:["Career choices: understand it well enough to use it in my own work."],mentee_outcomes:["How new customers choose: understand it well enough to use it in my own work."],side:me==="ana"?"mentor":"mentee",agreement_signed_at:{mentor:signed?"2026-11-23T10:00:00Z":null,mentee:null},charter_version:1,charter_signed_at:{mentor:signed?"2026-11-23T10:00:00Z":null,mentee:null},allowed_actions:["change_agreement","sign_agreement","sign_charter","close"]});
const md=fs.readFileSync("/tmp/obverse/pairing/content/charter/en.md","utf8").split("\n## ").slice(1).map(x=>{const i=x.indexOf("\n");return{title:x.slice(0,i),text:x.slice(i).trim()}});
const scenes={
 explore_ana:{me:"ana",p:pairing("ana","exploring")},
 explore_set:{me:"sofia",p:pairing("sofia","exploring",{own_answer:"go_on",exploratory_meeting:{version:1,starts_local:"2026-11-25T10:00",time_zone:"Europe/London",starts_at:"2026-11-25T10:00:00Z",mode:"in_person",place:"Canteen, ground floor"}})},
 agree_draft:{me:"ana",p:pairing("ana","agreeing"),a:agreement("ana",0,false)},
 agree_sign:{me:"sofia",p:pairing("sofia","agreeing"),a:agreement("sofia",1,true)},
 started:{me:"ana",p:pairing("ana","started"),a:{...agreement("ana",1,true),agreement_signed_at:{mentor:"2026-11-23T10:00:00Z",mentee:"2026-11-24T09:00:00Z"},charter_signed_at:{mentor:"2026-11-23T10:00:00Z",mentee:"2026-11-24T09:00:00Z"},allowed_actions:["change_agreement","pause","close"]}},
 finished:{me:"ana",p:pairing("ana","finished")},
 set_aside:{me:"ana",p:pairing("ana","set_aside",{own_answer:"go_on"})},
 list:{me:"jo",url:"/programmes/g1/pairs",l:{counts:{getting_to_know:1,started:1,paused:0,finished:1},next:null,items:[["getting_to_know",null],["started","monthly"],["finished",null]].map(([s,c],i)=>({id:"p"+i,mentor:ana,mentee:sofia,line:{state:s,finished_week_on:s==="finished"?"2026-11-16":null,is_agreement_signed:s==="started",cadence:c,is_charter_signed:s==="started"}}))}},
};
const types={".js":"text/javascript",".css":"text/css",".woff2":"font/woff2",".svg":"image/svg+xml",".html":"text/html"};
let scene;
const server=http.createServer((q,r)=>{const u=new URL(q.url,"http://x");
 if(u.pathname.startsWith("/api/")){const k=q.method+" "+u.pathname;
  const me=scene.me; const api={"GET /api/session":{person:{id:me[0],name:{ana:"Ana Moreira",sofia:"Sofia Lind",jo:"Jo Byrne"}[me]},organisation:{name:"Nordlys",slug:"nordlys"},roles:me==="jo"?[{role:"coordinator",programme_id:"g1"}]:[],programmes:[],language:"en",time_zone:"Europe/London"},
   "GET /api/pairings":{items:[scene.p]},"GET /api/pairings/p1":scene.p,"GET /api/pairings/p1/agreement":scene.a,"GET /api/charter":{version:1,title:"What we keep between us",clauses:md},"GET /api/programmes/g1/pairings":scene.l,"GET /api/notices":{items:[],rows:[]},"GET /api/programmes":{items:[],rows:[]}};
  const a=api[k]; r.writeHead(a?200:404,{"content-type":"application/json"}); return r.end(JSON.stringify(a??{code:"not_found",status:404,detail:k,request_id:"x",errors:[]}));}
 const f=path.join(dist,u.pathname); if(u.pathname!="/"&&fs.existsSync(f)){r.writeHead(200,{"content-type":types[path.extname(f)]});return r.end(fs.readFileSync(f));}
 r.writeHead(200,{"content-type":"text/html"});r.end(fs.readFileSync(dist+"/index.html","utf8").replaceAll("__NONCE__","abc"));}).listen(0);
await new Promise(d=>server.on("listening",d)); const base="http://127.0.0.1:"+server.address().port;
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--headless"]});
const want=process.argv.slice(2); const shots=[[360,"light"],[1280,"light"],[1280,"dark"],[360,"dark"]];
for(const [name,s] of Object.entries(scenes)){ if(want.length&&!want.includes(name))continue; scene=s;
 for(const [w,col] of (name.startsWith("agree")||name==="explore_ana")?shots:shots.slice(0,2)){const c=await b.newContext({viewport:{width:w,height:800},colorScheme:col});await c.addInitScript(()=>localStorage.setItem("obverse.signed_in","yes"));const g=await c.newPage();
 g.on("console",m=>console.log(name,w,col,m.type(),m.text().slice(0,200)));g.on("pageerror",e=>console.log("ERR",e.message));
 await g.goto(base+(s.url??"/pair"));await g.waitForTimeout(1200);
 const overflow=await g.evaluate(()=>document.documentElement.scrollWidth>innerWidth);if(overflow)console.log("OVERFLOW",name,w);
 await g.screenshot({path:`/tmp/pairing_look/${name}-${w}-${col}.png`,fullPage:true});await c.close();}}
await b.close();server.close();
