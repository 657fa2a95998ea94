/** Tells the stream pollers that a table was written, so that they wake at once. */
export interface TableWrites {
  wrote(tableName: string): void;
  onWrite(listener: (tableName: string) => void): void;
}

/** Connects the DynamoDB endpoint with the stream pollers; listeners run before the writer gets its answer. */
export const tableWrites = (): TableWrites => {
  const listeners: ((tableName: string) => void)[] = [];
  return {
    wrote: (tableName) => {
      for (const listener of listeners) listener(tableName);
    },
    onWrite: (listener) => void listeners.push(listener),
  };
};
