import type { Course } from './tenant.ts';

/**
 * Gives the columns by which rows belong to a course of a tenant: for `values`, and for
 * `where((row) => row.and(courseColumns(course)))`, so that no query forgets one of them.
 */
export function courseColumns({ platformId, deploymentId, contextId }: Course) {
  return { platform_id: platformId, deployment_id: deploymentId, context_id: contextId };
}
