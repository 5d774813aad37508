import type { Conversation } from '../model/conversation';
import type { Language, Texts } from '../texts';

/** What every part of the picture may use. */
export interface View {
    texts: Texts;
    language: Language;
    conversation: Conversation;
    upload(file: File): Promise<string>;
}

/** The word for a choice: its own label, else the widget's word for a well-known id. */
export function labelOf(choice: { id: string; label?: string }, texts: Texts): string {
    return choice.label || texts.choices[choice.id] || choice.id;
}

export function stateWord(state: string, texts: Texts): string {
    return texts.states[state] ?? state;
}

/** Tells the panel that what has the focus will not take it any longer. */
export function answered(part: EventTarget): void {
    part.dispatchEvent(new Event('answered', { bubbles: true }));
}
