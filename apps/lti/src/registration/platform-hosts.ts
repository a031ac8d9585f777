/** The addresses a platform describes itself with. */
export interface PlatformAddresses {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly registration_endpoint: string;
}

/** Issuers of hosted platforms that stand for the hosts of many schools. */
const sharedIssuers: ReadonlyMap<string, RegExp> = new Map([
  ['canvas.instructure.com', /\.instructure\.com$/],
  ['canvas.beta.instructure.com', /\.beta\.instructure\.com$/],
  ['canvas.test.instructure.com', /\.test\.instructure\.com$/],
]);

/** Hosts on which such platforms answer besides their own. */
const serviceHosts: readonly (readonly [issuer: RegExp, hosts: readonly string[]])[] = [
  [/^canvas\.instructure\.com$/, ['sso.canvaslms.com']],
  [/^canvas\.beta\.instructure\.com$/, ['sso.beta.canvaslms.com']],
  [/^canvas\.test\.instructure\.com$/, ['sso.test.canvaslms.com']],
  [/\.brightspace\.com$/, ['auth.brightspace.com']],
];

/** Tells whether a host is one of the schools for which the issuer on another host stands. */
export function isSchoolOf(issuerHost: string, host: string): boolean {
  return sharedIssuers.get(issuerHost)?.test(host) ?? false;
}

/**
 * Finds an address in a platform's description that leads to a host with which the platform has
 * nothing to do, as far as we know. `also` lists further hosts an administrator trusts. Source:
 * LTI Dynamic Registration 1.0, section 3.5.1.
 */
export function foreignHost(
  configurationUrl: string,
  configuration: PlatformAddresses,
  also: readonly string[],
): string | undefined {
  const issuer = new URL(configuration.issuer).host;
  const describedAt = new URL(configurationUrl).host;
  const trusted = new Set([issuer, ...also]);
  if (!trusted.has(describedAt) && !isSchoolOf(issuer, describedAt)) {
    return describedAt;
  }
  trusted.add(describedAt);
  for (const [pattern, hosts] of serviceHosts) {
    if (pattern.test(issuer)) for (const host of hosts) trusted.add(host);
  }
  return [
    configuration.authorization_endpoint,
    configuration.token_endpoint,
    configuration.jwks_uri,
    configuration.registration_endpoint,
  ]
    .map((address) => new URL(address).host)
    .find((host) => !trusted.has(host));
}
