/** One deployment of one platform: what keeps institutions apart. */
export interface Tenant {
  readonly platformId: string;
  readonly deploymentId: string;
}

/** A course of a tenant; the id is empty where the platform names none. */
export interface Course extends Tenant {
  readonly contextId: string;
}
