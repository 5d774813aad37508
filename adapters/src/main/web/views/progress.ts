import { html, nothing } from 'lit';
import { clock, cross, tick } from '../icons';
import type { Progress, Row, Status, Step } from '../model/protocol';
import type { Texts } from '../texts';
import { stateWord } from './view';

const MARKS = { waiting: clock, running: html`<i class="spinner"></i>`, done: tick, failed: cross };

/** Steps with their states; the message is revised in place while they run. */
export function progress(block: Progress, texts: Texts): unknown {
    const done = block.steps.filter(step => step.state === 'done').length;
    return html`<div role="group" class="card progress" data-state=${block.state} aria-label=${block.title ?? ''}>
        <header>
            <b>${block.title}</b>
            <span class="chip ${block.state}">${stateWord(block.state, texts)}</span>
        </header>
        <progress max=${block.steps.length || 1} value=${done} aria-label=${block.title || texts.states.running}></progress>
        <ol>
            ${block.steps.map(step => stepLine(step, texts))}
        </ol>
    </div>`;
}

function stepLine(step: Step, texts: Texts): unknown {
    return html`<li class=${step.state} data-state=${step.state}>
        <span class="mark" role="img" aria-label=${stateWord(step.state, texts)}>${MARKS[step.state]}</span>
        <span>${step.label}${step.detail ? html`<small>${step.detail}</small>` : nothing}</span>
    </li>`;
}

export function status(block: Status, texts: Texts): unknown {
    return html`<ul class="card status">
        ${block.rows.map(row => rowLine(row, texts))}
    </ul>`;
}

function rowLine(row: Row, texts: Texts): unknown {
    return html`<li data-health=${row.health}>
        <i class="dot ${row.health}"></i>
        <b>${row.name}</b>
        <small>${row.detail}</small>
        <span class="chip ${row.health}">${stateWord(row.health, texts)}</span>
    </li>`;
}
