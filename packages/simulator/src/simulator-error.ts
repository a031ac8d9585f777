/** Why a simulator could not be started or moved. */
export type SimulatorErrorCode = 'invalid_option' | 'invalid_environment' | 'address_unavailable';

/** Tells in one sentence what is wrong and how to put it right. */
export class SimulatorError extends Error {
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SimulatorError';
    this.code = code;
  }
}
