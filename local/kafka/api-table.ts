import type { Api, BrokerParts } from './api.ts';
import { API_VERSIONS_KEY, apiVersions, refuseApiVersions } from './api-versions.ts';
import type { RawRequest } from './client-connection.ts';
import { describeConfigs } from './describe-configs.ts';
import { fetchRecords } from './fetch-records.ts';
import { groupAdministration } from './group-administration.ts';
import { groupMembership } from './group-membership.ts';
import { groupOffsets } from './group-offsets.ts';
import { initProducerId } from './init-producer-id.ts';
import { listOffsets } from './list-offsets.ts';
import { metadata } from './metadata.ts';
import { produce } from './produce.ts';
import { topicAdministration } from './topic-administration.ts';
import { WireWriter } from './wire-writer.ts';

/** Answers one request with the pieces of its frame; none for a request without answer. */
export type AnswerFrame = (request: RawRequest) => Promise<readonly Buffer[]>;

/** All APIs of the broker. A request that none of them takes throws, which closes its connection. */
export const apiTable = (parts: BrokerParts): AnswerFrame => {
  const apis: readonly Api[] = [
    produce(parts),
    fetchRecords(parts),
    listOffsets(parts),
    metadata(parts),
    initProducerId(parts),
    describeConfigs(parts),
    ...groupOffsets(parts),
    ...groupMembership(parts),
    ...groupAdministration(parts),
    ...topicAdministration(parts),
  ];
  const byKey = new Map([...apis, apiVersions(apis)].map((api) => [api.key, api]));

  return async (request) => {
    const out = new WireWriter().int32(request.correlationId);
    const api = byKey.get(request.apiKey);
    if (!api) throw new Error(`there is no API ${request.apiKey}`);
    const [lowest, highest] = api.versions;
    if (request.version < lowest || request.version > highest) {
      if (request.apiKey !== API_VERSIONS_KEY) throw new Error(`${api.name} has no version ${request.version}`);
      refuseApiVersions(apis, out);
      return out.frame();
    }
    await api.answer(request, out);
    return out.frame();
  };
};
