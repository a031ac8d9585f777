import { expect, it } from 'vitest';
import { compareTypes, type DescribedType } from '../src/ocp/compare-types.ts';

const find = {
  parameters: [{ name: 'id', type: 'int', isOptional: false, isVariadic: false }],
  returns: '?string',
  isStatic: false,
};
const type: DescribedType = {
  kind: 'interface',
  methods: { find },
  constants: { MOST: 5 },
  ancestors: [],
};
const limit = { name: 'limit', type: 'int', isOptional: true, isVariadic: false };

it('finds nothing when a server has the same, or more that need not be given', () => {
  const more = {
    ...type,
    methods: { find: { ...find, parameters: [...find.parameters, limit] }, other: find },
    constants: { MOST: 5, LEAST: 1 },
  };

  expect(compareTypes({ Store: type }, { Store: type })).toEqual([]);
  expect(compareTypes({ Store: type }, { Store: more })).toEqual([]);
});

it.each([
  ['a type that is missing', {}, 'Store does not exist.'],
  ['another kind', { Store: { ...type, kind: 'class' } }, 'Store is a class, not interface.'],
  ['another constant', { Store: { ...type, constants: { MOST: 6 } } }, 'Store::MOST is 6.'],
  [
    'a method that is missing',
    { Store: { ...type, methods: {} } },
    'Store::find() does not exist.',
  ],
  [
    'another result',
    { Store: { ...type, methods: { find: { ...find, returns: 'string' } } } },
    'Store::find() gives string.',
  ],
  [
    'another parameter',
    { Store: { ...type, methods: { find: { ...find, parameters: [limit] } } } },
    'Store::find() takes optional int $limit as number 1.',
  ],
  [
    'a parameter that must be given besides',
    {
      Store: {
        ...type,
        methods: {
          find: { ...find, parameters: [...find.parameters, { ...limit, isOptional: false }] },
        },
      },
    },
    'Store::find() takes more.',
  ],
])('names %s', (_, real, sentence) => {
  expect(compareTypes({ Store: type }, real)).toEqual([sentence]);
});
