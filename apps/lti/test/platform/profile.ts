/** What somebody is in a course of the simulated school. */
export type CourseRole = 'teacher' | 'assistant' | 'designer' | 'student' | 'observer' | 'tester';

/** What a tool may be asked to choose, and what is taken from its answer. */
export interface ChooserProfile {
  readonly placement: string | undefined;
  readonly types: readonly string[];
  readonly multiple: boolean;
  /** Undefined: the platform does not say. */
  readonly lineItem: boolean | undefined;
}

/**
 * How one kind of platform behaves. Everything here is data, so that two profiles can be compared
 * line by line; each profile says where its lines come from.
 */
export interface Profile {
  readonly family: string;
  readonly version: string;
  /** Undefined: the platform's own address. */
  readonly issuer: string | undefined;
  /** Whether sign-in, keys, tokens and storage live on another origin than the pages. */
  readonly signsInElsewhere: boolean;
  readonly paths: {
    readonly configuration: string;
    readonly registration: string;
    readonly authorization: string;
    readonly token: string;
    readonly keys: string;
    readonly deepLinkReturn: string;
    /** `{course}` and `{tool}` are filled in. */
    readonly roster: string;
    readonly lineItems: string;
    readonly notices: string | undefined;
    readonly storage: string | undefined;
  };
  readonly registration: {
    /** Whether the description is given only to whoever shows the registration token. */
    readonly tokenForDescription: boolean;
    /** Whether the answer names the deployment. */
    readonly namesDeployment: boolean;
  };
  readonly scopes: readonly string[];
  readonly variables: readonly string[];
  readonly messages: readonly { readonly type: string; readonly placements?: readonly string[] }[];
  readonly login: {
    readonly deploymentParameter: string;
    readonly more: Readonly<Record<string, string>>;
    readonly hint: 'launch id' | 'signed';
  };
  readonly authorization: {
    /** Parameters without which nothing else is looked at. */
    readonly required: readonly string[];
    readonly invalidError: string;
    /** Whether what is wrong before the launch is found is posted to the tool, or only shown. */
    readonly postsEarlyErrors: boolean;
    readonly strangerError: string;
  };
  /** Seconds an id_token is good for. */
  readonly tokenLifetime: number;
  readonly contextType: string;
  /** Roles in launches; undefined where the platform has no such people. */
  readonly launchRoles: Readonly<Record<CourseRole, readonly string[] | undefined>>;
  /** Roles of whoever runs the platform, besides those in the course. */
  readonly administratorRoles: readonly string[];
  /** Whether launches carry what somebody is in other courses, as roles of the institution. */
  readonly tellsOtherCourses: boolean;
  /** Roles everybody has. */
  readonly everybodyRoles: readonly string[];
  readonly rosterRoles: Readonly<Record<CourseRole, readonly string[] | undefined>>;
  readonly administratorRosterRoles: readonly string[];
  readonly choosers: readonly ChooserProfile[];
  /** Whether only the signature of a deep linking answer is checked. */
  readonly trustsSignatureAlone: boolean;
  /** Whether a link of a course's navigation is the course itself. */
  readonly hasNavigation: boolean;
  /** Whether custom values of the tool win over those of a link. */
  readonly toolValuesWin: boolean;
  /** What the platform lets the tool's frame use; `{tool}` is the tool's origin. */
  readonly frameAllows: string;
}
