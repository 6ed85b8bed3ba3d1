/** What is used of it; the package brings no types of its own. */
declare module 'cli-progress' {
  export type BarOptions = {
    /** With `{bar}`, `{percentage}` and the names of the payload in braces. */
    readonly format: string;
    readonly stream: NodeJS.WritableStream;
    readonly clearOnComplete: boolean;
    readonly hideCursor: boolean;
  };
  export class SingleBar {
    constructor(options: BarOptions);
    start(total: number, value: number, payload: Readonly<Record<string, string>>): void;
    update(value: number, payload: Readonly<Record<string, string>>): void;
    stop(): void;
  }
}
