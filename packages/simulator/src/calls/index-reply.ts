import type { IndexField } from '../profiles/profile.ts';
import { type Reply, success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import type { SimulatedServer } from './call.ts';

/**
 * Answers the index: that a server is here. It needs no checksum, so it proves nothing about the
 * secret. `bbbVersion` is empty, as on a server that keeps its version to itself.
 */
export function indexReply({ urls, profile }: SimulatedServer): Reply {
  const texts: Readonly<Record<IndexField, string>> = {
    version: '2.0',
    apiVersion: '2.0',
    bbbVersion: '',
    graphqlWebsocketUrl: `${urls.base.replace('http', 'ws')}/graphql`,
    graphqlApiUrl: `${urls.base}/api/rest`,
    build: 'simulator',
  };
  return success(profile.indexFields.map((name) => element(name, texts[name])));
}
