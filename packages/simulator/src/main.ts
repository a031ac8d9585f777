/** Runs the simulator on its own. */
import { readEnvironment } from './environment/read-environment.ts';
import { clientProblem } from './page/assets.ts';
import { SimulatorError } from './simulator-error.ts';
import { startSimulator } from './start-simulator.ts';

const misconfigured = 78;
const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);

try {
  const options = readEnvironment(process.env);
  const simulator = await startSimulator({ ...options, onProblem: complain });
  process.stdout.write(`Simulator: ${simulator.url}/\nEndpoint:  ${simulator.endpoint}\n`);
  for (const { name } of options.tenants ?? []) {
    process.stdout.write(`Tenant ${name}: ${simulator.tenant(name).endpoint}\n`);
  }
  const problem = clientProblem();
  if (problem !== undefined) complain(problem);
  const stop = () => {
    simulator.close().catch((error: unknown) => {
      complain(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof SimulatorError)) throw error;
  complain(error.message);
  process.exitCode = misconfigured;
}
