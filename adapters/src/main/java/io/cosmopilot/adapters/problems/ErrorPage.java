package io.cosmopilot.adapters.problems;

import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.words.Words;

/** Where the container sends what failed outside of every controller. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, Words words) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = Optional.ofNullable(status)
                .map(code -> Problem.of(HttpStatusCode.valueOf((Integer) code)))
                .orElse(Problem.NOT_FOUND);
        return ResponseEntity.of(problem == Problem.INTERNAL ? problem.in(words, "-") : problem.in(words))
                .build();
    }
}
