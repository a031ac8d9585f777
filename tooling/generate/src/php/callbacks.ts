import { webhookEvents } from '@bluebridge/core';
import { constantsClass, type PhpClass } from './php-file.ts';
import { phpLiteral } from './php-literal.ts';

/** Makes the table of events that servers report. */
export function callbackClasses(): readonly PhpClass[] {
  return [
    {
      namespace: 'Callbacks',
      name: 'WebhookEvents',
      doc: [
        'The events bbb-webhooks sends, with the attributes taken over of each: a name with a kind,',
        'or with the attributes below it.',
      ],
      source: constantsClass('WebhookEvents', [
        {
          name: 'ALL',
          doc: '@var array<string, array<string, string|array<string, string|array<string, string>>>>',
          value: phpLiteral(webhookEvents, 4),
        },
      ]),
    },
  ];
}
