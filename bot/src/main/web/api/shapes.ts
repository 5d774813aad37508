/** What the platform answers about a person and what is theirs. */

export interface Person {
    readonly username: string;
    readonly displayName: string;
    readonly email: string;
    readonly roles: readonly string[];
}

/** An account of another channel that asks to be linked. */
export interface Asking {
    readonly channel: string;
    readonly name: string;
}

export interface Linked extends Asking {
    readonly since: string;
}

export interface Step {
    readonly id: string;
    readonly label: string;
    readonly done: boolean;
}

export interface Journey {
    readonly steps: readonly Step[];
    readonly next?: string | null;
}

export type Health = 'healthy' | 'progressing' | 'failed' | 'stopped';

export interface Component {
    readonly name: string;
    readonly health: Health;
    readonly ready: number;
    readonly wanted: number;
    readonly image: string;
}

export interface Application {
    readonly name: string;
    readonly space?: string | null;
    readonly template?: string | null;
    readonly health: Health;
    readonly detail?: string | null;
    readonly components?: readonly Component[];
    readonly addresses?: readonly string[];
    readonly restarts?: number;
    readonly problems?: readonly string[];
}
