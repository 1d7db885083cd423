import type { Side } from "lib/i18n/called";
import { type PointerEvent, useState } from "react";

interface Place {
  x: number;
  y: number;
}

/** Somebody on the way over: from where, to where, and whom they would reach. */
interface Drawing {
  side: Side;
  key: string;
  at: Place;
  over: string | undefined;
}

interface DrawingOverProps {
  /** Who stands nearest to a place on the side opposite to `side`; nobody far from everybody. */
  nearest: (side: Side, place: Place) => string | undefined;
  onJoin: ((mentor: string, mentee: string) => void) | undefined;
}

function placeIn(event: PointerEvent<Element>): Place {
  const picture = (event.currentTarget as SVGElement).ownerSVGElement;
  const turned = picture?.getScreenCTM()?.inverse();
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned ?? undefined);
  return { x: place.x, y: place.y };
}

/** Drawing one person over to another, by mouse, pen or finger. By keyboard the list beside the picture does the same. */
export function useDrawingOver({ nearest, onJoin }: DrawingOverProps) {
  const [drawing, setDrawing] = useState<Drawing>();
  const handlesOf = (side: Side, key: string) => {
    if (!onJoin) return {};
    return {
      onPointerDown: (event: PointerEvent<SVGElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawing({ side, key, at: placeIn(event), over: undefined });
      },
      onPointerMove: (event: PointerEvent<SVGElement>) => {
        if (!drawing) return;
        const at = placeIn(event);
        setDrawing({ ...drawing, at, over: nearest(drawing.side, at) });
      },
      onPointerUp: () => {
        setDrawing(undefined);
        if (!drawing?.over) return;
        if (drawing.side === "mentor") onJoin(drawing.key, drawing.over);
        else onJoin(drawing.over, drawing.key);
      },
      onPointerCancel: () => setDrawing(undefined),
    };
  };
  return { drawing, handlesOf };
}
