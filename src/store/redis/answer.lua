-- The end of every script.

return answers[question.kind]()
