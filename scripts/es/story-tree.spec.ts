import { describe, expect, it } from 'vitest';
import { linesOf, storiesAround, storiesOf } from './story-tree.ts';

const told = (id: string, causationId: string, stream = 'main#loan#1') => ({
  id,
  type: 'lending.loan-opened',
  stream,
  version: 1,
  metadata: {
    correlationId: 'story',
    causationId,
    actor: { kind: 'member' as const, id: 'm' },
    occurredAt: '2026-05-01T00:00:00.000Z',
  },
});
const drawn = (events: readonly ReturnType<typeof told>[], around?: string) => {
  const stories = storiesOf(events);
  const shown = around === undefined ? stories : storiesAround(stories, around);
  return shown.flatMap(({ cause, branches }) => [
    cause,
    ...linesOf(branches).map(({ strokes, event }) => `${strokes}${event.id}`),
  ]);
};

const events = [
  told('late.e2.0', 'b.1'),
  told('b.1', 'request'),
  told('card.0', 'b.0'),
  told('b.10', 'request'),
  told('b.0', 'request'),
  told('mail.0', 'card.0'),
];

describe('a story', () => {
  it('is a tree of what caused what, the events of one commit in their order', () =>
    expect(drawn(events)).toEqual([
      'request',
      '├─ b.0',
      '│  └─ card.0',
      '│     └─ mail.0',
      '├─ b.1',
      '│  └─ late.e2.0',
      '└─ b.10',
    ]));

  it('around one event is what led to it and what it caused', () =>
    expect(drawn(events, 'card.0')).toEqual(['request', '└─ b.0', '   └─ card.0', '      └─ mail.0']));

  it('has as many beginnings as there are causes outside it', () =>
    expect(drawn([told('a.0', 'r1'), told('b.0', 'r2')])).toEqual(['r1', '└─ a.0', 'r2', '└─ b.0']));

  it('ends, with every event in it once, where metadata runs in a circle', () =>
    expect(drawn([told('a.0', 'b.0'), told('b.0', 'a.0')])).toEqual(['b.0', '└─ a.0', '   └─ b.0']));
});
