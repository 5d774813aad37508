/** The six steps from nothing to a reachable application, ticked as they are done. */
import { html, type TemplateResult } from 'lit';
import type { Journey, Step } from '../api/shapes';
import { t } from '../texts/texts';
import { icon } from './icons';

export function journeySteps(journey: Journey): TemplateResult {
    return html`<ol class="journey">
        ${journey.steps.map((step, index) => journeyStep(step, index + 1, step.id === journey.next))}
    </ol>`;
}

function journeyStep(step: Step, number: number, next: boolean): TemplateResult {
    const state = step.done ? 'done' : next ? 'next' : 'later';
    return html`<li data-state=${state} aria-current=${next ? 'step' : 'false'}>
        <span class="journey-sign" aria-hidden="true">${step.done ? icon('check') : number}</span>
        <span class="journey-label">${step.label}</span>
        <span class="unseen">${t(`journey.${state}`)}</span>
    </li>`;
}

/** How many of the steps are done. */
export function doneOf(journey: Journey): number {
    return journey.steps.filter((step) => step.done).length;
}
