import {
  type BodySpec,
  calls,
  type CallSpec,
  type ParamSpec,
  type ParamSpecs,
} from '@bluebridge/core/catalogue';
import { codeExpression } from './errors.ts';
import { pascalCase, type PhpClass } from './php-file.ts';
import { phpLiteral, type PhpValue } from './php-literal.ts';
import { pcre } from './patterns.ts';
import { replyShapes } from './reply-shapes.ts';

const entries = Object.values<CallSpec>(calls);

/** Makes one class for each call of the catalogue. */
export function callClasses(): readonly PhpClass[] {
  return entries.map((call) => {
    const name = pascalCase(call.name);
    const spec = phpLiteral(callValue(call), 8);
    return {
      namespace: 'Catalogue\\Calls',
      name,
      uses: ['Catalogue\\Calls', ...(call.keyCodes ? ['Errors\\BbbError'] : [])],
      doc: [call.summary, '', '@phpstan-import-type CallSpec from Calls'],
      source: `final class ${name}
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return ${spec};
    }
}`,
    };
  });
}

/** Keeps what decides how a call is sent and read; words for documentation stay behind. */
function callValue(call: CallSpec): PhpValue {
  return {
    name: call.name,
    path: call.path,
    methods: call.methods,
    auth: call.auth,
    hashGroup: call.hashGroup,
    effect: call.effect,
    format: call.format,
    needs: call.needs,
    answerNeeds: call.answerNeeds,
    nameConfigurable: call.nameConfigurable,
    params: paramsValue(call.params),
    // Apart from the parameters, because most of them are not given most of the time.
    required: namesWith(call.params, ({ required }) => required),
    requiredWhere: namesWith(call.params, ({ requiredWhere }) => requiredWhere),
    minWhere: namesWith(call.params, ({ minWhere }) => minWhere),
    exclusive: call.exclusive,
    atLeastOne: call.atLeastOne,
    prefixes: call.prefixes?.map(({ prefix, pattern, lowerCased, mayBeEmpty }) => ({
      prefix,
      expression: pcre(pattern),
      ...(lowerCased && { lowerCased }),
      ...(mayBeEmpty && { mayBeEmpty }),
    })),
    body: call.body && bodyValue(call.body),
    reply: replyShapes(call.reply),
    mayLackReturncode: call.mayLackReturncode,
    answers: call.answers,
    refusals: call.refusals,
    keyCodes:
      call.keyCodes &&
      Object.fromEntries(
        Object.entries(call.keyCodes).map(([key, code]) => [key, codeExpression(code)]),
      ),
  };
}

function paramsValue(params: ParamSpecs): PhpValue {
  return Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, paramValue(spec)]));
}

function namesWith(params: ParamSpecs, pick: (spec: ParamSpec) => PhpValue | undefined): PhpValue {
  return Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, pick(spec)]));
}

function paramValue(spec: ParamSpec): PhpValue {
  const { kind, required, min, max, pattern, values, needs, mayBeEmpty } = spec;
  const value = { kind, required, min, max, values, needs, mayBeEmpty };
  if (pattern === undefined) return value;
  return { ...value, pattern, expression: pcre(pattern) };
}

function bodyValue(body: BodySpec): PhpValue {
  switch (body.kind) {
    case 'modules':
      return {
        kind: body.kind,
        required: body.required,
        maxBytes: body.maxBytes,
        modules: Object.fromEntries(
          Object.entries(body.modules).map(([name, { content, required }]) => [
            name,
            { content, ...(required && { required }) },
          ]),
        ),
      };
    case 'multipart':
      return { kind: body.kind, required: body.required, field: body.field };
    case 'json':
      return { kind: body.kind, required: body.required, fields: paramsValue(body.fields) };
  }
}
