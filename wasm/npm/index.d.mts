// index: the types of the package; schema.d.mts is made from the schema.

import type { Catalogue, CheckVerdict, Codes, LinkVerdict, Options, Verdict } from './schema.mjs';

export type * from './schema.mjs';

/** The bytes of a message or link; a string stands for its UTF-8. */
export type Input = string | Uint8Array | ArrayBuffer;

/** What a call is rejected with. */
export interface HonmonoError extends Error {
  status: 'bad_options' | 'too_large' | 'no_memory' | 'crashed' | 'cancelled' | 'unknown_call';
  /** Which key of the options is wrong, and why. */
  problem: string | null;
}

export interface Calls {
  /** Judges one message. */
  check(message: Input, options: Options & { only: string }): Promise<CheckVerdict>;
  check(message: Input, options?: Omit<Options, 'only'>): Promise<Verdict>;
  /** Judges one link. */
  link(url: Input): Promise<LinkVerdict>;
  /** The QR codes of a picture: one byte a pixel, 0 black to 255 white, row after row. */
  codes(grey: Uint8Array | Uint8ClampedArray, width: number, height: number): Promise<Codes>;
  /** Everything that can be said, and the dates of the data. */
  catalogue(): Promise<Catalogue>;
  version(): Promise<string>;
}

export interface Core extends Calls {
  /** The same as the JSON texts that the core writes. */
  checkJson(message: Input, options?: Options): Promise<string>;
  linkJson(url: Input): Promise<string>;
  codesJson(grey: Uint8Array | Uint8ClampedArray, width: number, height: number): Promise<string>;
  catalogueJson(): Promise<string>;
}

export interface WorkerCore extends Calls {
  /** Ends the worker: calls under way are rejected as "cancelled", the next call starts another. */
  cancel(): void;
  /** The same, for when no call will follow. */
  close(): void;
}

export declare const check: Core['check'];
export declare const checkJson: Core['checkJson'];
export declare const link: Core['link'];
export declare const linkJson: Core['linkJson'];
export declare const codes: Core['codes'];
export declare const codesJson: Core['codesJson'];
export declare const catalogue: Core['catalogue'];
export declare const catalogueJson: Core['catalogueJson'];
export declare const version: Core['version'];

/** The same calls in a worker, so that a large message does not hold up the page. */
export declare function startWorker(): WorkerCore;

/** A core of your own from the module's bytes (`honmono/honmono.wasm`), to serve them as you like. */
export declare function loadCore(wasm: BufferSource | WebAssembly.Module | Promise<BufferSource | WebAssembly.Module>): Promise<Core>;
