/** The frames and blocks of the web chat's socket, named as the protocol names them. */

export type Author = 'bot' | 'agent' | 'person' | 'system';

export interface Choice {
    id: string;
    label?: string;
    style?: 'primary' | 'danger' | 'plain';
}

export interface Field {
    name: string;
    kind: 'text' | 'secret' | 'number' | 'boolean' | 'choice' | 'file';
    label?: string;
    hint?: string;
    required?: boolean;
    value?: unknown;
    options?: Choice[];
    error?: string;
}

export interface Step {
    label: string;
    state: 'waiting' | 'running' | 'done' | 'failed';
    detail?: string;
}

export interface Row {
    name: string;
    health: 'healthy' | 'progressing' | 'failed' | 'stopped';
    detail?: string;
}

export type Text = { type: 'text'; text: string };
export type Choices = { type: 'choices'; choices: Choice[] };
export type Form = { type: 'form'; title?: string; submit?: string; fields: Field[] };
export type Confirm = { type: 'confirm'; text: string; choices: Choice[] };
export type Progress = { type: 'progress'; title?: string; state: 'running' | 'done' | 'failed'; steps: Step[] };
export type Status = { type: 'status'; rows: Row[] };
export type Code = { type: 'code'; language?: string; text: string };
export type Link = { type: 'link'; href: string; label?: string };
export type Approval = {
    type: 'approval';
    approval: string;
    title?: string;
    state: string;
    facts?: { label: string; value: string }[];
    choices?: Choice[];
};
export type Rating = { type: 'rating'; choices: Choice[] };
export type Block = Text | Choices | Form | Confirm | Progress | Status | Code | Link | Approval | Rating;

export interface Message {
    seq: number;
    author: Author;
    name?: string;
    at?: string;
    flow?: string;
    step?: string;
    revision?: number;
    blocks: Block[];
}

export interface Person {
    name?: string;
    roles?: string[];
}

export type Fields = Record<string, string | number | boolean | null>;

/** What a person does, each with an id of its own: repeated until the server acknowledges it. */
export type Deed =
    | { type: 'say'; id: string; text: string }
    | { type: 'choose'; id: string; seq: number; choice: string }
    | { type: 'submit'; id: string; seq: number; fields: Fields }
    | { type: 'attach'; id: string; upload: string; text?: string };

export type ClientFrame =
    | Deed
    | { type: 'hello'; token: string; cursor: number; locale: string }
    | { type: 'refresh'; token: string }
    | { type: 'typing' }
    | { type: 'read'; cursor: number };

export type ServerFrame =
    | { type: 'welcome'; conversation: string; person?: Person; cursor: number; locale?: string }
    | ({ type: 'message' } & Message)
    | { type: 'revise'; seq: number; revision: number; blocks: Block[] }
    | { type: 'ack'; id: string; seq: number }
    | { type: 'typing'; author?: Author }
    | { type: 'expired' }
    | { type: 'error'; id?: string; code?: string; message?: string };

/** Longest text that one message may carry. */
export const LONGEST_TEXT = 8000;
