import { decodeText, stripByteOrderMark } from "./decode.ts";
import type { OpenFile } from "./stamp.ts";

/** A line of a file. */
export interface Line {
  /** Without its line break. */
  text: string;
  /** 1-based. */
  number: number;
  /** Of its beginning: 0-based, in UTF-16 units after the BOM. */
  offset: number;
  /** Why the line cannot be read, and the offset in its text from which it cannot. */
  problem?: { rule: "invalid-encoding" | "too-long"; message: string; offset: number };
}

/** Read at once: about a thousand records, which is what memory has to hold. */
const CHUNK_BYTES = 256 * 1024;
/** The largest values of a record fit in several times. */
const LONGEST_LINE_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * The lines of a file that are not blank, some at a time, with bounded memory whatever the file holds. A line that is
 * no UTF-8 comes with its problem; after one that is binary or much too long nothing more comes, but the file is still
 * read to its end.
 */
export async function* readLines(file: OpenFile): AsyncGenerator<Line[]> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const position: Position = { number: 1, offset: 0, byteOffset: 0 };
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let isReadable = true;
  for (let chunk = await file.readInto(buffer); chunk.length > 0; chunk = await file.readInto(buffer)) {
    if (!isReadable) continue;
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const block = splitLines(Buffer.concat([...pending, chunk.subarray(0, end)]), position);
      yield block.lines;
      isReadable = !block.isBinary;
      pending = [];
      pendingBytes = 0;
    }
    pending.push(Buffer.from(chunk.subarray(end)));
    pendingBytes += chunk.length - end;
    if (isReadable && pendingBytes > LONGEST_LINE_BYTES) {
      yield [{ text: "", number: position.number, offset: position.offset, problem: OVERLONG }];
      isReadable = false;
    }
  }
  if (isReadable && pendingBytes > 0) yield splitLines(Buffer.concat(pending), position).lines;
}

const OVERLONG: NonNullable<Line["problem"]> = {
  rule: "too-long",
  message: `the line has more than ${LONGEST_LINE_BYTES} bytes; expected one record a line`,
  offset: 0,
};

/** Where the next line begins. */
interface Position {
  number: number;
  offset: number;
  byteOffset: number;
}

function splitLines(block: Buffer, position: Position): { lines: Line[]; isBinary: boolean } {
  const decoded = decodeText(block, position.byteOffset);
  if (typeof decoded !== "string") return splitFaultyLines(block, position);
  const lines: Line[] = [];
  const isStart = position.offset === 0;
  addLines(lines, isStart ? stripByteOrderMark(decoded) : decoded, position);
  position.byteOffset += block.length;
  return { lines, isBinary: false };
}

function addLines(lines: Line[], text: string, position: Position): void {
  let start = 0;
  for (let end = text.indexOf("\n"); start < text.length; end = text.indexOf("\n", start)) {
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(start, next).trimEnd();
    if (line.trimStart() !== "") lines.push({ text: line, number: position.number, offset: position.offset + start });
    if (end >= 0) position.number++;
    start = next;
  }
  position.offset += text.length;
}

/** Line by line, so that one bad line spoils no other. */
function splitFaultyLines(block: Buffer, position: Position): { lines: Line[]; isBinary: boolean } {
  const lines: Line[] = [];
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(LINE_FEED, start) + 1 || block.length;
    const bytes = block.subarray(start, end);
    const decoded = decodeText(bytes, position.byteOffset);
    if (typeof decoded === "string") {
      const isStart = position.offset === 0;
      addLines(lines, isStart ? stripByteOrderMark(decoded) : decoded, position);
    } else {
      const { message, offset, isBinary } = decoded;
      const text = decoded.text.trimEnd();
      lines.push({
        text,
        number: position.number++,
        offset: position.offset,
        problem: { rule: "invalid-encoding", message, offset },
      });
      if (isBinary) return { lines, isBinary };
      position.offset += decoded.text.length;
    }
    position.byteOffset += bytes.length;
    start = end;
  }
  return { lines, isBinary: false };
}
