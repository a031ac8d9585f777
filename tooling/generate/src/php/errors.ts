import { type BbbErrorCode, errorCodes, messageKeyCodes } from '@bluebridge/core/errors';
import { constantsClass, pascalCase, type PhpClass } from './php-file.ts';
import { PhpExpression, phpLiteral } from './php-literal.ts';

/** Makes the enum of error codes and the table of message keys. */
export function errorClasses(): readonly PhpClass[] {
  return [codesEnum(), messageKeysClass()];
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
