/** The administrator's commands, for the same environment as the tool. */
import { runDoctor } from './cli/doctor.ts';
import { runCommand } from './cli/run-command.ts';
import { CommandError, usage, UsageError } from './cli/usage.ts';
import { systemClock } from './clock.ts';
import { readPublicAddress } from './config.ts';
import { readDatabaseConfig } from './database-config.ts';
import { ConfigError } from './environment.ts';
import { openDatabase } from './open-database.ts';
import { readAuditDays } from './retention-config.ts';

/** Exit codes as in sysexits.h. */
const exitCodes = { usage: 64, unavailable: 69, configuration: 78 } as const;

try {
  const args = process.argv.slice(2);
  if (args.length === 1 && args[0] === 'help') {
    process.stdout.write(usage);
  } else if (args.length === 1 && args[0] === 'doctor') {
    const well = await runDoctor(process.env, systemClock, say);
    process.exitCode = well ? 0 : exitCodes.unavailable;
  } else {
    await command(args);
  }
} catch (error) {
  process.exitCode = explain(error);
}

/** Runs a command that works on the database. */
async function command(args: readonly string[]): Promise<void> {
  const baseUrl = readPublicAddress(process.env);
  const auditDays = readAuditDays(process.env);
  const storage = await openDatabase(readDatabaseConfig(process.env), systemClock);
  try {
    await runCommand(args, { storage, clock: systemClock, baseUrl, auditDays, say });
  } finally {
    await storage.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return exitCodes.usage;
  }
  if (error instanceof CommandError || error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    return error instanceof ConfigError ? exitCodes.configuration : exitCodes.unavailable;
  }
  throw error;
}
