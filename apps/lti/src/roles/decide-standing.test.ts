import { describe, expect, it } from 'vitest';
import { decideStanding, noRules, type RoleRules } from './decide-standing.ts';
import { typedName } from './role-names.ts';
import type { Standing } from './standings.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

describe('what somebody becomes', () => {
  it.each([
    ['a teacher', [`${membership}#Instructor`], 'moderator'],
    ['a teacher by the short name', ['Instructor'], 'moderator'],
    ['a teaching assistant', [`${membership}/Instructor#TeachingAssistant`], 'moderator'],
    ['a course administrator', [`${membership}#Administrator`], 'moderator'],
    ['a group manager', [`${membership}#Manager`], 'moderator'],
    [
      'a site administrator with a teaching role',
      [`${institution}#Administrator`, `${membership}#Instructor`, `${system}#Administrator`],
      'moderator',
    ],
    [
      'a teacher who also learns',
      [`${membership}#Learner`, `${membership}#Instructor`],
      'moderator',
    ],
    ['a student', [`${membership}#Learner`], 'viewer'],
    ['a student by the short name', ['Learner'], 'viewer'],
    ['a learner called instructor', [`${membership}/Learner#Instructor`], 'viewer'],
    ['a group member', [`${membership}#Member`], 'viewer'],
    ['a content developer', [`${membership}#ContentDeveloper`], 'editor'],
    ['a site administrator without a course role', [`${system}#Administrator`], 'editor'],
    ['a school administrator who learns', [`${institution}#Administrator`, 'Learner'], 'editor'],
    ['a librarian', [`${membership}/ContentDeveloper#Librarian`], 'viewer'],
    [
      'a teacher of other courses who learns here',
      [`${institution}#Instructor`, `${membership}#Learner`],
      'viewer',
    ],
    ['a teacher of other courses', [`${institution}#Instructor`], 'viewer'],
    ['a test user', ['http://purl.imsglobal.org/vocab/lti/system/person#TestUser'], 'viewer'],
    ['an observing manager', [`${membership}/Manager#Observer`], 'viewer'],
    ['nobody in particular', [], 'viewer'],
    ['an unknown role', ['urn:example:Conductor'], 'viewer'],
    ['a mentor', [`${membership}#Mentor`], 'refused'],
    ['a mentor by a sub-role', [`${membership}/Mentor#Advisor`], 'refused'],
    ['a mentor who learns too', [`${membership}#Mentor`, `${membership}#Learner`], 'viewer'],
    ['a mentor who teaches', ['Mentor', 'Instructor'], 'moderator'],
  ] as const)('of %s', (_who, roles, expected) => {
    expect(decideStanding(roles, noRules).standing).toBe(expected);
  });

  it.each([
    `not${membership}#Instructor`,
    `${membership}#InstructorX`,
    `${membership}#instructor`,
    `${membership}/Instructor#Impostor`,
    `${membership}/Learner/Instructor#TeachingAssistant`,
    'http://evil.example/Instructor',
    ' Instructor',
    'Admin',
    'constructor',
  ])('never comes from a look-alike: %s', (role) => {
    expect(decideStanding([role], noRules).standing).toBe('viewer');
  });
});

describe('rules of a platform', () => {
  const rules = (entries: Readonly<Record<string, Standing>>): RoleRules =>
    new Map(Object.entries(entries).map(([name, standing]) => [typedName(name) ?? name, standing]));
  const assistant = [`${membership}/Instructor#TeachingAssistant`, `${membership}#Instructor`];

  it.each([
    [
      'an assistant who only takes part',
      { 'Instructor#TeachingAssistant': 'viewer' },
      assistant,
      'viewer',
    ],
    [
      'a teacher beside such assistants',
      { 'Instructor#TeachingAssistant': 'viewer' },
      ['Instructor'],
      'moderator',
    ],
    ['a mentor who may see recordings', { Mentor: 'observer' }, ['Mentor'], 'observer'],
    [
      'a mentor by a sub-role',
      { Mentor: 'observer' },
      [`${membership}/Mentor#Advisor`],
      'observer',
    ],
    ['a mentor who teaches', { Mentor: 'observer' }, ['Mentor', 'Instructor'], 'moderator'],
    [
      'a role of the school’s own',
      { 'urn:example:tutor': 'moderator' },
      ['urn:example:tutor'],
      'moderator',
    ],
    [
      'somebody a rule refuses, whatever else they are',
      { 'urn:example:guest': 'refused' },
      ['urn:example:guest', 'Instructor'],
      'refused',
    ],
    [
      'a lecturer, by the rule for instructors',
      { Instructor: 'editor' },
      [`${membership}/Instructor#Lecturer`],
      'editor',
    ],
    [
      'a look-alike of an instructor',
      { Instructor: 'moderator' },
      [`${membership}/Instructor#Impostor`],
      'viewer',
    ],
    [
      'a school administrator who leads',
      { 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator': 'moderator' },
      [`${institution}#Administrator`],
      'moderator',
    ],
  ] as const)('decide about %s', (_who, entries, roles, expected) => {
    const decision = decideStanding(roles, rules(entries));
    expect(decision.standing).toBe(expected);
  });

  it('say which role decided, and whether by a rule', () => {
    expect(decideStanding(assistant, rules({ 'Instructor#TeachingAssistant': 'viewer' }))).toEqual({
      standing: 'viewer',
      because: `${membership}/Instructor#TeachingAssistant`,
      byRule: true,
      isTestUser: false,
    });
    expect(decideStanding(['x'], noRules)).toMatchObject({ because: undefined, byRule: false });
  });
});

it('a test user is marked, and takes part like a student', () => {
  const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
  expect(decideStanding(['Learner', testUser], noRules)).toMatchObject({
    standing: 'viewer',
    isTestUser: true,
  });
});

describe('a typed name of a role', () => {
  it.each([
    ['Mentor', `${membership}#Mentor`],
    [' Instructor#TeachingAssistant ', `${membership}/Instructor#TeachingAssistant`],
    [`${membership}#Learner`, `${membership}#Learner`],
    ['urn:example:tutor', 'urn:example:tutor'],
    ['Tutor', undefined],
    ['Instructor#', undefined],
    ['Instructor#a#b', undefined],
    ['urn:with a blank', undefined],
    [`urn:${'x'.repeat(300)}`, undefined],
    ['', undefined],
  ])('%j', (typed, name) => expect(typedName(typed)).toBe(name));
});
