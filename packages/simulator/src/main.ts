/** Runs the simulator on its own. */
import { buildHint, isClientBuilt } from './page/assets.ts';
import { readEnvironment } from './environment.ts';
import { SimulatorError } from './simulator-error.ts';
import { startSimulator } from './start-simulator.ts';

const misconfigured = 78;

try {
  const simulator = await startSimulator(readEnvironment(process.env));
  process.stdout.write(`Simulator: ${simulator.url}/\nEndpoint:  ${simulator.endpoint}\n`);
  if (!isClientBuilt()) {
    process.stderr.write(`The meeting page has not been built. ${buildHint}\n`);
  }
  const stop = () => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof SimulatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = misconfigured;
}
