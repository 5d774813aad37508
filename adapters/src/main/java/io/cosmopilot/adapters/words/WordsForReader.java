package io.cosmopilot.adapters.words;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers {@link Words} in the language of the request. */
@Component
public class WordsForReader implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final MessageSource messages;
    private final Languages languages;

    WordsForReader(MessageSource messages, Languages languages) {
        this.messages = messages;
        this.languages = languages;
    }

    public Words of(HttpServletRequest request) {
        return in(languages.resolveLocale(request));
    }

    public Words in(Locale locale) {
        return new Words(messages, locale);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Words resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of((HttpServletRequest) request.getNativeRequest());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
