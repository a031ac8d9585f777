import { describe, expect, it } from 'vitest';
import type { PlatformConfiguration } from './platform-configuration.ts';
import { toolConfiguration } from './tool-configuration.ts';

const spec = 'https://purl.imsglobal.org/spec';

function configured(changes: Partial<PlatformConfiguration>) {
  const platform: PlatformConfiguration = {
    issuer: 'https://lms.example',
    authorization_endpoint: 'https://lms.example/authorize',
    token_endpoint: 'https://lms.example/token',
    jwks_uri: 'https://lms.example/keys',
    registration_endpoint: 'https://lms.example/register',
    family: '',
    variables: [],
    scopes: [],
    messageTypes: [],
    chooserPlacements: [],
    ...changes,
  };
  const sent = toolConfiguration(platform, { baseUrl: 'https://rooms.example', title: 'Rooms' });
  const tool = sent[`${spec}/lti-tool-configuration`] as { custom_parameters: unknown };
  return { scope: sent['scope'], custom: tool.custom_parameters };
}

describe('what we tell a platform about ourselves', () => {
  it('asks for groups in the platform’s own words', () => {
    expect(configured({ variables: ['Moodle.Person.userGroupIds'] }).custom).toEqual({
      groups: '$Moodle.Person.userGroupIds',
    });
    const ofCanvas = ['Canvas.group.contextIds', 'com.instructure.User.sectionNames'];
    expect(configured({ variables: ofCanvas }).custom).toEqual({
      groups: '$Canvas.group.contextIds',
      sections: '$com.instructure.User.sectionNames',
    });
  });

  it('asks who is in a course only where that says something about groups', () => {
    const members = `${spec}/lti-nrps/scope/contextmembership.readonly`;
    const groups = `${spec}/lti-gs/scope/contextgroup.readonly`;
    const scores = `${spec}/lti-ags/scope/score`;
    expect(configured({ scopes: [members, scores] }).scope).toBe('');
    expect(configured({ scopes: [members, scores, groups] }).scope).toBe(`${groups} ${members}`);
  });
});
