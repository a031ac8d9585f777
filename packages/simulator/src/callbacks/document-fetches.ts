import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { MeetingDocument } from '../state/documents.ts';

/**
 * Plans to fetch a document that was given by its address, once. What comes back is not kept; the
 * log of deliveries tells whether it could be had. Source: API documentation, "Pre-upload Slides".
 */
export function documentFetches({ url }: MeetingDocument): DeliveryPlan[] {
  if (url === undefined) return [];
  const request = { kind: 'document', method: 'GET', url, headers: {} } as const;
  return [
    { request: { ...request, followsRedirects: true }, waits: [], acceptsUnauthorized: false },
  ];
}
