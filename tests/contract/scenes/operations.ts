import { Kafka, logLevel } from 'kafkajs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../support/library.ts';
import { eventually } from '../../support/system.ts';
import type { Stage } from '../stage.ts';

const LETTERS = 'GET /api/ops/dead-letters';
const REDRIVE = 'POST /api/ops/dead-letters/{id}/redrive';
const REDRIVE_ALL = 'POST /api/ops/dead-letters/redrive';
const REMOVE = 'DELETE /api/ops/dead-letters/{id}';
const PROJECTIONS = 'GET /api/ops/projections';
const REBUILD = 'POST /api/ops/projections/{name}/rebuild';
const CANCEL = 'DELETE /api/ops/projections/{name}/rebuild';
const VERIFY = 'POST /api/ops/projections/{name}/verify';

export const operationScenes = (stage: Stage) =>
  describe('operations over HTTP', () => {
    let admin: Member;
    let librarian: Member;
    beforeAll(async () => {
      await stage.library.settled();
      [admin, librarian] = [await stage.library.signIn('admin'), await stage.library.signIn('librarian')];
    });
    const act = (route: string, params: Record<string, string>, status: number, code?: string) =>
      stage.call(route, { as: 'admin', token: admin.token, params }, status, code);
    const letters = async (consumer: string) =>
      (await stage.call(LETTERS, { as: 'librarian', token: librarian.token, query: { consumer } }, 200)).body.items;

    /** A record that nobody can understand, on the topic of the comments alone. */
    const poison = async () => {
      const { brokers } = (await stage.library.call('GET /_local')).body.kafka;
      const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer();
      await producer.connect();
      await producer.send({ topic: 'bunko.comment', messages: [{ key: 'garbage', value: '{"garbage":true}' }] });
      await producer.disconnect();
      return eventually(async () => (await letters('comments'))[0]);
    };

    it('show how far every read model is', async () => {
      const { body } = await stage.call(PROJECTIONS, { as: 'librarian', token: librarian.token }, 200);
      const names = body.items.map(({ name }: { name: string }) => name);
      expect(names).toEqual(expect.arrayContaining(['comments', 'ranking', 'records']));
    });

    it('compare a read model with history', async () => {
      for (const name of ['comments', 'ranking', 'records'])
        expect((await act(VERIFY, { name }, 200)).body).toMatchObject({ differences: [] });
      await act(VERIFY, { name: 'nothing' }, 404, 'not-found');
    });

    it('rebuild a read model one at a time, or give it up', async () => {
      const name = 'comments';
      const phase = async () => {
        const { body } = await stage.call(PROJECTIONS, { as: 'admin', token: admin.token }, 200);
        return body.items.find((item: { name: string }) => item.name === name)?.rebuild?.phase;
      };
      await act(REBUILD, { name: 'nothing' }, 404, 'not-found');
      await act(CANCEL, { name: 'nothing' }, 404, 'not-found');
      await act(CANCEL, { name }, 409, 'no-rebuild-in-progress');
      await act(REBUILD, { name }, 202);
      await act(REBUILD, { name }, 409, 'rebuild-in-progress');
      await act(CANCEL, { name }, 204);
      await eventually(async () => ((await phase()) === 'cancelled' ? true : undefined), 60);
    });

    it('keep a record that nobody can take, bring it again, and give it up', async () => {
      const letter = await poison();
      expect(letter).toMatchObject({ consumer: 'comments', attempts: expect.any(Number) });
      const { deadLetterId: id } = letter;
      expect((await act(REDRIVE, { id }, 202)).body).toEqual({ deadLetterId: id });
      await stage.library.settled();
      const order = { consumer: 'comments', limit: 10 };
      const sent = { as: 'admin', token: admin.token } as const;
      expect((await stage.call(REDRIVE_ALL, { ...sent, body: order }, 202)).body).toEqual(order);
      await stage.call(REDRIVE_ALL, { ...sent, body: { consumer: '', limit: 0 } }, 400, 'invalid-request');
      await stage.library.settled();
      // Nobody understands it now either, so it waits again.
      expect(await letters('comments')).toHaveLength(1);
      await act(REMOVE, { id }, 204);
      await act(REMOVE, { id }, 404, 'not-found');
      await act(REDRIVE, { id }, 404, 'not-found');
      expect(await letters('comments')).toEqual([]);
    });
  });
