// node fastify_peer.mjs DATABASE PORT: the four reads of GET /api/session the way a Node programme would do them:
// fastify with an answer schema, one process a core, prepared statements.
import cluster from "node:cluster";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { DatabaseSync } from "node:sqlite";
import fastify from "fastify";

const [path, port] = process.argv.slice(2);

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  const database = new DatabaseSync(path, { readOnly: true });
  const session = database.prepare(
    `SELECT sessions.person_id AS person_id, people.language AS language, people.time_zone AS time_zone
     FROM sessions JOIN people ON people.organisation_id = sessions.organisation_id AND people.id = sessions.person_id
     WHERE sessions.organisation_id = ? AND sessions.secret_digest = ? AND people.is_active
       AND people.sign_in_epoch = sessions.sign_in_epoch`,
  );
  const roles = database.prepare(
    "SELECT role, programme_id FROM roles WHERE organisation_id = ? AND person_id = ? ORDER BY granted_at, id",
  );
  const person = database.prepare(
    "SELECT name, sign_in_name, email FROM people WHERE organisation_id = ? AND id = ? AND is_active",
  );
  const organisation = database.prepare("SELECT name, slug, is_demo FROM organisations WHERE organisation_id = ?");

  const uuid = (octets) =>
    Buffer.from(octets)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const text = { type: "string" };
  const nullable = { type: ["string", "null"] };
  const properties = {
    person: { type: "object", properties: { id: text, name: text, sign_in_name: text, email: nullable } },
    organisation: { type: "object", properties: { id: text, name: text, slug: text, is_demo: { type: "boolean" } } },
    roles: { type: "array", items: { type: "object", properties: { role: text, programme_id: nullable } } },
    language: text,
    time_zone: text,
    now: text,
  };
  const app = fastify();
  app.get("/api/session", { schema: { response: { 200: { type: "object", properties } } } }, (request, reply) => {
    const cookie = request.headers.cookie?.split("__Host-session=")[1] ?? "";
    const [house, secret] = cookie.split(".");
    if (!secret) return reply.code(401).send();
    const id = Buffer.from(house, "base64url");
    const digest = createHash("sha256").update(secret).digest();
    const found = session.get(id, digest);
    if (!found) return reply.code(401).send();
    const owner = person.get(id, found.person_id);
    const home = organisation.get(id);
    reply.send({
      person: { id: uuid(found.person_id), ...owner },
      organisation: { id: uuid(id), name: home.name, slug: home.slug, is_demo: Boolean(home.is_demo) },
      roles: roles.all(id, found.person_id),
      language: found.language,
      time_zone: found.time_zone,
      now: new Date().toISOString().replace("Z", "000Z"),
    });
  });
  app.listen({ port: Number(port), host: "127.0.0.1" });
}
