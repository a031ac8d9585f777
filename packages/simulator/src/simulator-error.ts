/** Why a simulator could not be started or moved. */
export type SimulatorErrorCode =
  | 'invalid_option'
  | 'invalid_environment'
  | 'address_unavailable'
  | 'data_unreadable'
  | 'data_too_new'
  | 'data_unwritable'
  | 'unknown_tenant';

/** Tells in one sentence what is wrong and how to put it right. */
export class SimulatorError extends Error {
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SimulatorError';
    this.code = code;
  }
}
