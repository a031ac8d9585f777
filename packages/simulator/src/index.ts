/** A BigBlueButton server to develop and test against. */
export { ManualClock, systemClock } from './clock/clock.ts';
export type { Clock } from './clock/clock.ts';
export type { LoggedRequest } from './control/request-log.ts';
export { SimulatorError } from './simulator-error.ts';
export type { SimulatorErrorCode } from './simulator-error.ts';
export { startSimulator } from './start-simulator.ts';
export type { Simulator, SimulatorOptions } from './start-simulator.ts';
export type { HashAlgorithm } from './wire/checksum.ts';
