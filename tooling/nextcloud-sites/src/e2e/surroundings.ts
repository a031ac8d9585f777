import type { Simulator } from '@bluebridge/simulator';
import type { Steps } from '../../../e2e/moodle/steps.ts';
import type { Nextcloud } from '../host/nextcloud.ts';
import type { Served } from '../host/serve.ts';
import type { People } from './people.ts';

/** What the whole way needs. */
export interface Surroundings {
  readonly nextcloud: Nextcloud;
  readonly served: Served;
  readonly people: People;
  readonly steps: Steps;
  /** The server that meetings are on, and its state. */
  readonly server: Pick<
    Simulator,
    'endpoint' | 'secret' | 'requests' | 'deliveries' | 'state' | 'reset' | 'act'
  >;
  /** Whether its meetings reserve seats of an account. */
  readonly reservesSeats: boolean;
  /** Lets time pass for the server, in milliseconds. */
  readonly advance: (ms: number) => void;
}

/** A room, as far as the journey looks at it. */
export interface Room {
  readonly id: number;
  readonly name: string;
}
