import { initials } from '../ui/initials';
import type { PersonFace } from '../ui/person-face';
import { tintGround, tintInk } from '../ui/tint';

const SIDE = 128;

/**
 * A face without a picture, drawn as the lists show it: initials on the tint, as the address of a PNG. Null where the browser
 * does not draw.
 */
export function drawnFace({ id, name }: Pick<PersonFace, 'id' | 'name'>, document: Document): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const { ground, ink, font } = coloursOf(id, document);
  pen.fillStyle = ground;
  pen.arc(SIDE / 2, SIDE / 2, SIDE / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = ink;
  pen.font = `600 ${SIDE * 0.4}px ${font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(initials(name), SIDE / 2, SIDE / 2);
  return canvas.toDataURL('image/png');
}

/** A canvas knows no tokens: an element that wears them says what they come to. */
function coloursOf(id: string, document: Document) {
  const worn = document.createElement('span');
  worn.style.background = tintGround(id);
  worn.style.color = tintInk(id);
  document.body.append(worn);
  const { backgroundColor, color, fontFamily } = getComputedStyle(worn);
  worn.remove();
  return { ground: backgroundColor, ink: color, font: fontFamily };
}
