import type { Intent, PlatformState, RegisteredTool } from './state.ts';

interface Who {
  /** Slug of the person. */
  readonly as: string;
  /** The newest active tool where it is left out. */
  readonly tool?: RegisteredTool;
  readonly target?: 'iframe' | 'window';
  /** `en` where it is left out. */
  readonly locale?: string;
}

/** What somebody wants to open: a link, the tool in a course's navigation, or the tool's chooser. */
export type Asked = Who &
  (
    | { readonly link: string }
    | { readonly navigate: string }
    | {
        /** Slug or id of the course. */
        readonly choose: string;
        /** Where in the platform, on platforms with several places. */
        readonly placement?: string;
        /** What the tool has to send back unchanged. */
        readonly data?: string;
      }
  );

/** Finds what somebody asks for. Throws where a real platform would offer no such thing. */
export function intentFor(state: PlatformState, asked: Asked): Intent {
  const { profile, school, tools } = state;
  const { as, target = 'iframe', locale = 'en' } = asked;
  const person = school.person(as);
  const newest = asked.tool ?? tools.findLast(({ active }) => active);
  if ('link' in asked) {
    const link = school.link(asked.link);
    const tool = tools.find(({ clientId }) => clientId === link.clientId);
    if (!tool || link.broken) throw new Error(`Nothing opens behind “${link.title}”.`);
    return {
      kind: 'link',
      tool,
      person,
      course: school.course(link.courseId),
      link,
      target,
      locale,
    };
  }
  if (!newest) throw new Error('No tool is switched on.');
  if ('navigate' in asked) {
    if (!profile.hasNavigation) throw new Error('This platform puts no tools into navigation.');
    const course = school.course(asked.navigate);
    return { kind: 'navigation', tool: newest, person, course, target, locale };
  }
  const chooser = profile.choosers.find(
    ({ placement }) => asked.placement === undefined || placement === asked.placement,
  );
  if (!chooser) throw new Error(`There is no placement “${asked.placement}”.`);
  if (!newest.offersChooser) throw new Error(`${newest.name} offers nothing to choose.`);
  const course = school.course(asked.choose);
  const { data } = asked;
  const choice = { kind: 'choice', tool: newest, person, course, target, locale, chooser } as const;
  return data === undefined ? choice : { ...choice, data };
}
