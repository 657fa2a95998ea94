/** Member ids that were given out and not used yet; each is forgotten when its time (ms) has passed. */
export class PromisedIds {
  readonly #deadlines = new Map<string, NodeJS.Timeout>();
  readonly #forgotten: () => void;

  constructor(forgotten: () => void) {
    this.#forgotten = forgotten;
  }

  get size(): number {
    return this.#deadlines.size;
  }

  has = (id: string): boolean => this.#deadlines.has(id);

  add(id: string, patience: number): void {
    const forget = () => {
      this.#deadlines.delete(id);
      this.#forgotten();
    };
    this.#deadlines.set(id, setTimeout(forget, patience).unref());
  }

  /** Answers whether it was there. */
  remove(id: string): boolean {
    clearTimeout(this.#deadlines.get(id));
    return this.#deadlines.delete(id);
  }

  clear(): void {
    for (const id of this.#deadlines.keys()) this.remove(id);
  }
}
