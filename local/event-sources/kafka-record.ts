import type { KafkaMessage } from 'kafkajs';

/** A record as it was in the topic: keys, values and headers byte for byte. */
export interface KafkaRecord {
  partition: number;
  offset: number;
  /** Milliseconds; set by the producer. */
  timestamp: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: readonly (readonly [name: string, value: Buffer])[];
}

export const recordOf = (partition: number, message: KafkaMessage): KafkaRecord => ({
  partition,
  offset: Number(message.offset),
  timestamp: Number(message.timestamp),
  key: message.key,
  value: message.value,
  headers: Object.entries(message.headers ?? {}).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, Buffer.from(value)] as const),
  ),
});

/** About as many bytes as the record takes in a payload: base64 grows by a third, header bytes become numbers. */
export const payloadBytes = ({ key, value, headers }: KafkaRecord): number => {
  const base64 = (((key?.length ?? 0) + (value?.length ?? 0)) * 4) / 3;
  return headers.reduce((sum, [name, bytes]) => sum + name.length + 8 + bytes.length * 4, base64 + 200);
};
