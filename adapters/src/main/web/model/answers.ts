import type { Choice, Message } from './protocol';

/**
 * The choice that a message was answered with, as far as the transcript shows: the first thing that the person said
 * after it, when that is one of its choices by label, id or number.
 */
export function answered(message: Message, choices: Choice[], transcript: Message[]): string | undefined {
    const answer = transcript.find(other => other.seq > message.seq && other.author === 'person');
    const text = answer && plain(answer).trim().toLowerCase();
    return text
        ? choices.find((choice, index) => [choice.label?.toLowerCase(), choice.id, `${index + 1}`].includes(text))?.id
        : undefined;
}

/** Whether the bot has gone on to another step since it showed this form. */
export function overtaken(message: Message, transcript: Message[]): boolean {
    const said = transcript.some(other => other.seq > message.seq && other.author === 'person');
    const latest = transcript.findLast(other => other.author === 'bot');
    return said && latest !== undefined && latest.seq > message.seq && !sameStep(message, latest);
}

function sameStep(one: Message, other: Message): boolean {
    return !!one.flow && one.flow === other.flow && one.step === other.step;
}

export function plain(message: Message): string {
    return message.blocks.map(block => (block.type === 'text' ? block.text : '')).join('\n');
}
