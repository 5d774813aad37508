package io.cosmopilot.templates.catalogue;

import io.cosmopilot.templates.Template;

/** A template with what it is found by. */
record Entry(Template template, int order, SearchWords words) {}
