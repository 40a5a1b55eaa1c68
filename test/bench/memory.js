// @ts-check
import { readFileSync } from "node:fs";

/**
 * The most memory that this process has held, in bytes. Linux is asked for the process's own: what the kernel reports of
 * resources used begins with what its parent held.
 */
export function readPeakMemory() {
  if (process.platform === "linux") {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}
