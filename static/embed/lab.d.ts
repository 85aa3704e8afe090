/** Loads the module once for all labs of a page; call it before the first {@link createLab}. */
export default function init(
  options?: { module_or_path: RequestInfo | URL | Response | BufferSource | WebAssembly.Module },
): Promise<unknown>;

/**
 * Puts a lab into an element. What is in the element stays above it.
 * Of options that cannot be used the lab says so in a sentence and in a message of type `failure`
 * after `ready`, and does without them.
 * @throws Error with one sentence where `scenario`, `data` or `onmessage` cannot be used.
 */
export function createLab(element: HTMLElement, options: LabOptions): Lab;

export type Theme = "auto" | "light" | "dark" | "contrast" | "projector";

/** Numbers stand for what text says, too; guards are also switched by true and false. */
export type Value = string | number | bigint;

/** Names that are not here are named in a sentence above the lab, and left out. */
export interface LabOptions {
  /** The name of a lab, as in its address: `ch03-raft-lease-read`. */
  scenario: string;
  /** Counted from 1, which is also what is usual. */
  stage?: number | string;
  /** A run of somebody's own: what stands after `run=` in the address that Share, Link makes. */
  run?: string;
  /** Another draw of everything that is left to chance: a whole number; above 2^53 as text. */
  seed?: Value;
  /** Without one the lab takes after the reader's system. */
  theme?: Theme;
  /** Parts to leave out, with commas between: `stages,matrix,rules`; the guide to embeds names them all. */
  hide?: string;
  /** What `scenario/NAME.json` holds: then nothing is fetched but the mechanism that it plays. */
  data?: unknown;
  /** Is told of everything that becomes of the lab. */
  onmessage?: (message: LabMessage) => void;
}

/**
 * Commands throw one sentence where they cannot be done, and then change nothing. Until the lab is
 * ready they wait; once it is over all but `dispose` throw.
 */
export interface Lab {
  play(): void;
  pause(): void;
  /** So many events on, one if none is said; more than a thousand are refused. */
  step(count?: number): void;
  /** To an instant; one beyond the end of the run is its end. */
  seek(seconds: number): void;
  /** A fault at the playhead, on its next whole millisecond, in one line: `crash n1`, `cut n1 | n2 n3`; the guide to embeds lists them all. */
  inject(act: string): void;
  /** A setting or a guard of the scenario by its full name; `seed`, `stage`, `pace` or `theme`.
   * Durations are text such as `90 ms`. */
  set(key: string, value: Value | boolean): void;
  get(): LabState;
  /** Ends the lab, and leaves its element as it was. */
  dispose(): void;
}

export interface LabState {
  scenario: string;
  stage: number;
  seed: string;
  /** Where the playhead stands, in seconds. */
  at: number;
  playing: boolean;
  /** The same for the same run up to here, and for no other; empty until the lab is ready. */
  hash: string;
  /** Rows that believe more than they are entitled to, while an invariant is at stake. */
  lying: string[];
  /** One for each capability in which a node stands somewhere at this moment: at the boot every node
   * of Raft, later its leaders. */
  modes: { node: string; capability: string; believed: string; entitled: string }[];
  /** What makes the run differ from its scenario: a header, and one line for each act. */
  script: string;
}

export type LabMessage =
  | { version: 1; type: "ready"; state: LabState }
  | { version: 1; type: "height"; pixels: number }
  | { version: 1; type: "state"; state: LabState }
  | { version: 1; type: "violation"; invariant: string; at: number; text: string }
  | { version: 1; type: "failure"; text: string; link: string };
