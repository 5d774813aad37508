package io.cosmopilot.adapters.problems;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.words.WordsForReader;

/** Answers with a problem where no controller is involved yet. */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final WordsForReader words;

    ProblemWriter(JsonMapper json, WordsForReader words) {
        this.json = json;
        this.words = words;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(problem.in(words.of(request))));
    }
}
