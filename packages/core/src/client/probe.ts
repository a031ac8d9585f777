/** Finding out what stands behind a pasted address. */
export { type CallFinding, type Findings } from './probe/capabilities.ts';
export { type ProbeFailure, probeFailures, type ProbeNextStep } from './probe/failures.ts';
export { type Pasted, type ProbeInput, readPasted } from './probe/pasted.ts';
export {
  type CapabilityRecord,
  probe,
  type ProbeOptions,
  type ProbeResult,
} from './probe/probe.ts';
