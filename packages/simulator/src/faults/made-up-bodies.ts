import type { FaultOf } from './fault.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** Writes the page that a proxy shows for a status. */
export function proxyPage(status: number, title = `${status} ${reasons[status] ?? ''}`): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<html>',
    `<head><title>${safe}</title></head>`,
    '<body>',
    `<center><h1>${safe}</h1></center>`,
    '<hr><center>nginx</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
}

/** Writes an answer whose document type makes a careless parser grow or read files. */
export function documentWithType(variant: FaultOf<'doctype'>['variant']): string {
  const [type, name] = {
    harmless: ['<!DOCTYPE response>', 'room-1'],
    'external-entity': [
      '<!DOCTYPE response [<!ENTITY file SYSTEM "file:///etc/hostname">]>',
      '&file;',
    ],
    'entity-bomb': [`<!DOCTYPE response [${bomb()}]>`, '&lol9;'],
  }[variant] as [string, string];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    type,
    `<response><returncode>SUCCESS</returncode><meetingID>${name}</meetingID></response>`,
  ].join('\n');
}

/** Ten entities, each ten times the one before: a thousand million words when expanded. */
function bomb(): string {
  const steps = Array.from({ length: 9 }, (_, step) => {
    const inner = `&lol${step};`.repeat(10);
    return `<!ENTITY lol${step + 1} "${inner}">`;
  });
  return ['<!ENTITY lol0 "lol">', ...steps].join('');
}

const chunkSize = 64 * 1024;
const opening = '<response><returncode>SUCCESS</returncode><message>';
const closing = '</message></response>';

/** Streams an answer of about so many bytes, well-formed and without meaning. */
export function largeBody(bytes: number): { body: ReadableStream<Uint8Array>; length: number } {
  const padding = Math.max(0, bytes - opening.length - closing.length);
  let left = padding;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(opening)),
    pull: (controller) => {
      if (left === 0) {
        controller.enqueue(Buffer.from(closing));
        controller.close();
        return;
      }
      const size = Math.min(left, chunkSize);
      left -= size;
      controller.enqueue(Buffer.alloc(size, 'x'));
    },
  });
  return { body, length: opening.length + padding + closing.length };
}
