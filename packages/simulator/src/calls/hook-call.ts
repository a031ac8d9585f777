import { checkManagementChecksum } from '../hooks/management-checksum.ts';
import { type WebhooksBehaviour, webhooksVersions } from '../profiles/webhooks.ts';
import type { Answer, Call, CallRequest, SimulatedServer } from './call.ts';

/** The server a hook call is made to, with the version of its webhooks service. */
export type HookServer = SimulatedServer & { behaviour: WebhooksBehaviour };

/**
 * Makes a call of the webhooks service. It is another program than the rest of the API, with a
 * checksum of its own kind and answers on one line. Source: bbb-webhooks source.
 */
export function hookCall(
  name: string,
  answer: (request: CallRequest, server: HookServer) => Answer,
): Call {
  return {
    name,
    methods: ['GET'],
    access: 'own',
    checksumMessage: 'You did not pass the checksum security check.',
    violations: () => [],
    answer(request, server) {
      const behaviour = webhooksVersions[server.profile.webhooks.version];
      const { checksumMessage } = this;
      const checked = checkManagementChecksum(request, server.secrets, behaviour);
      if (checked === 'failure') return { kind: 'error-page', status: 500 };
      if (checked === 'invalid') return hookFailure('checksumError', checksumMessage);
      return answer(request, { ...server, behaviour });
    },
  };
}

/** Answers in XML; the content is not escaped, as the service does not either. */
export function hookSuccess(content: string, messageKey = ''): Answer {
  return xml('SUCCESS', content, messageKey);
}

export function hookFailure(key: string, message: string): Answer {
  const content = `<messageKey>${key}</messageKey><message>${message}</message>`;
  return xml('FAILED', content, key);
}

function xml(returncode: 'SUCCESS' | 'FAILED', content: string, messageKey: string): Answer {
  const text = `<response><returncode>${returncode}</returncode>${content}</response>`;
  const type = 'text/xml; charset=utf-8';
  return { kind: 'raw', status: 200, type, text, returncode, messageKey };
}
