import { describe, expect, it } from 'vitest';
import { roomRole } from './roles.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

describe('the role in a room', () => {
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
    ['a content developer', [`${membership}#ContentDeveloper`], 'viewer'],
    ['a site administrator without a course role', [`${system}#Administrator`], 'viewer'],
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
    ['a mentor', [`${membership}#Mentor`], 'observer'],
    ['a mentor by a sub-role', [`${membership}/Mentor#Advisor`], 'observer'],
    ['a mentor who learns too', [`${membership}#Mentor`, `${membership}#Learner`], 'viewer'],
    ['a mentor who teaches', ['Mentor', 'Instructor'], 'moderator'],
  ] as const)('of %s', (_who, roles, expected) => {
    expect(roomRole(roles)).toBe(expected);
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
    expect(roomRole([role])).toBe('viewer');
  });
});
