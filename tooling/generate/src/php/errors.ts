import {
  badReplyReasons,
  type BbbErrorCode,
  errorCodes,
  messageKeyCodes,
  violationRules,
} from '@bluebridge/core/errors';
import { constantsClass, pascalCase, type PhpClass } from './php-file.ts';
import { PhpExpression, phpLiteral } from './php-literal.ts';

/** Makes the enums of error codes and reasons, the table of message keys and the list of rules. */
export function errorClasses(): readonly PhpClass[] {
  return [codesEnum(), reasonsEnum(), messageKeysClass(), violationRulesClass()];
}

function codesEnum(): PhpClass {
  const cases = errorCodes.map((code) => `    case ${pascalCase(code)} = '${code}';\n`);
  return {
    namespace: 'Errors',
    name: 'BbbError',
    doc: ['Every way a call can fail, closed: an app maps each code to words for people.'],
    source: `enum BbbError: string\n{\n${cases.join('')}}`,
  };
}

function reasonsEnum(): PhpClass {
  const cases = Object.entries(badReplyReasons).map(
    ([reason, means]) => `    /** ${means} */\n    case ${pascalCase(reason)} = '${reason}';\n`,
  );
  return {
    namespace: 'Errors',
    name: 'BadReplyReason',
    doc: ['Why a reply is none, closed; every `bad_reply` of a call tells one.'],
    source: `enum BadReplyReason: string\n{\n${cases.join('\n')}}`,
  };
}

function violationRulesClass(): PhpClass {
  return {
    namespace: 'Errors',
    name: 'ViolationRules',
    doc: [
      'Every rule a parameter or a body can break, closed: a host has words for each.',
      '',
      `@phpstan-type Rule ${violationRules.map((rule) => `'${rule}'`).join('|')}`,
    ],
    source: constantsClass('ViolationRules', [
      { name: 'ALL', doc: '@var list<string>', value: phpLiteral([...violationRules], 4) },
    ]),
  };
}

function messageKeysClass(): PhpClass {
  const codes = Object.fromEntries(
    Object.entries(messageKeyCodes).map(([key, code]) => [key, codeExpression(code)]),
  );
  const doc = '@var array<string, BbbError>';
  return {
    namespace: 'Errors',
    name: 'MessageKeys',
    doc: [
      'What a server’s `messageKey` in a FAILED reply means. A key that is missing here becomes',
      '`server_refused`, with the key kept.',
    ],
    source: constantsClass('MessageKeys', [{ name: 'CODES', doc, value: phpLiteral(codes, 4) }]),
  };
}

/** Names the case of an error code. */
export function codeExpression(code: BbbErrorCode): PhpExpression {
  return new PhpExpression(`BbbError::${pascalCase(code)}`);
}
