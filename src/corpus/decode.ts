import { isUtf8 } from "node:buffer";

/** Bytes that are not UTF-8. */
export interface EncodingProblem {
  message: string;
  /** What could be read of them, with U+FFFD for the rest. */
  text: string;
  /** The 0-based offset in `text` from which they cannot be read, in UTF-16 units. */
  offset: number;
  /** Whether they are no text at all. */
  isBinary: boolean;
}

/** The text of UTF-8 bytes, exactly as written; or where they cease to be UTF-8. `byteOffset` is theirs in the file. */
export function decodeText(bytes: Buffer, byteOffset = 0): string | EncodingProblem {
  const nul = bytes.indexOf(0);
  if (nul < 0 && isUtf8(bytes)) return bytes.toString("utf8");
  const invalid = findInvalid(bytes);
  const isInvalidFirst = invalid !== undefined && (nul < 0 || invalid < nul);
  const at = isInvalidFirst ? invalid : nul;
  const byte = `byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")} at byte offset ${byteOffset + at}`;
  const isUtf16 = byteOffset === 0 && (isMark(bytes, 0xff, 0xfe) || isMark(bytes, 0xfe, 0xff));
  const message = isUtf16 ? `${byte} begins UTF-16; expected UTF-8` : `${byte} is not text; expected UTF-8`;
  const text = bytes.toString("utf8");
  return { message, text, offset: bytes.toString("utf8", 0, at).length, isBinary: nul >= 0 || isUtf16 };
}

function isMark(bytes: Buffer, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

/** Bytes that are no UTF-8 decode to U+FFFD, which may also stand there in its own right. */
function findInvalid(bytes: Buffer): number | undefined {
  const text = bytes.toString("utf8");
  let byteOffset = 0;
  let from = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", from)) {
    byteOffset += Buffer.byteLength(text.slice(from, at));
    const isWritten = bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf && bytes[byteOffset + 2] === 0xbd;
    if (!isWritten) return byteOffset;
    byteOffset += 3;
    from = at + 1;
  }
  return undefined;
}

/** A text without the byte order mark that may begin it. */
export function stripByteOrderMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
