/** What the desk is told: the queue, and one conversation in full. */
import type { Application, Health, Journey } from '../api/shapes';

export interface Named {
    readonly username: string;
    readonly name: string;
}

export interface Quota {
    readonly storageGi: number;
    readonly cpu: number;
    readonly memoryGi: number;
}

export type ApprovalState = 'requested' | 'approved' | 'refused' | 'countered' | 'accepted' | 'withdrawn' | 'expired';

export interface Fact {
    readonly label: string;
    readonly value: string;
}

export interface Approval {
    readonly approval: string;
    readonly state: ApprovalState;
    readonly requester: Named;
    readonly conversation: string;
    readonly title: string;
    readonly facts: readonly Fact[];
    readonly asked?: Quota | null;
    readonly requestedAt: string;
    readonly decidedBy?: string | null;
    readonly decidedAt?: string | null;
    readonly reason?: string | null;
    readonly provisioning?: string | null;
}

export type Mode = 'bot' | 'waiting' | 'agent';

export interface Waiting {
    readonly conversation: string;
    readonly person: Named;
    readonly mode: Mode;
    readonly agent?: string | null;
    readonly topic?: string | null;
    readonly since: string;
    readonly lastMessage?: string | null;
    /** Until when the person is to be answered, when they wait for that. */
    readonly due?: string | null;
}

export interface Queue {
    readonly approvals: readonly Approval[];
    readonly conversations: readonly Waiting[];
}

export interface Note {
    readonly author: string;
    readonly at: string;
    readonly text: string;
}

export interface Detail {
    readonly conversation: string;
    readonly person: Named;
    readonly mode: Mode;
    readonly agent?: string | null;
    readonly topic?: string | null;
    readonly journey: Journey;
    readonly applications: readonly Application[];
    readonly messages: readonly Message[];
    readonly notes: readonly Note[];
}

export interface Message {
    readonly seq: number;
    readonly author: 'bot' | 'agent' | 'person' | 'system';
    readonly name?: string | null;
    readonly at?: string | null;
    readonly blocks: readonly Block[];
}

export interface Choice {
    readonly id: string;
    readonly label?: string;
}

export type StepState = 'waiting' | 'running' | 'done' | 'failed';

/** The blocks of the web chat's protocol, as far as reading them needs. */
export type Block =
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'choices'; readonly choices: readonly Choice[] }
    | { readonly type: 'confirm'; readonly text: string; readonly choices: readonly Choice[] }
    | { readonly type: 'form'; readonly title?: string; readonly fields: readonly FormField[] }
    | { readonly type: 'progress'; readonly title?: string; readonly steps: readonly ProgressStep[] }
    | { readonly type: 'status'; readonly rows: readonly { readonly name: string; readonly health: Health; readonly detail?: string }[] }
    | { readonly type: 'code'; readonly text: string; readonly language?: string }
    | { readonly type: 'link'; readonly href: string; readonly label?: string }
    | { readonly type: 'approval'; readonly title?: string; readonly state: ApprovalState; readonly facts?: readonly Fact[] }
    | { readonly type: 'rating' };

export interface FormField {
    readonly name: string;
    readonly kind: string;
    readonly label?: string;
    readonly value?: unknown;
}

export interface ProgressStep {
    readonly label: string;
    readonly state: StepState;
    readonly detail?: string;
}
