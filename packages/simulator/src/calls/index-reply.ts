import type { PublicUrls } from '../public-urls.ts';
import { type Reply, success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';

/**
 * Answers the index: that a server is here. It needs no checksum, so it proves nothing about the
 * secret. `bbbVersion` is empty, as on a server that keeps its version to itself.
 */
export function indexReply(urls: PublicUrls): Reply {
  return success([
    element('version', '2.0'),
    element('apiVersion', '2.0'),
    element('bbbVersion'),
    element('graphqlWebsocketUrl', `${urls.base.replace('http', 'ws')}/graphql`),
    element('graphqlApiUrl', `${urls.base}/api/rest`),
    element('html5PluginSdkVersion'),
  ]);
}
