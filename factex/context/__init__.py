"""Fills the slots around a claim: subject, measure, time, place, source, modality, antecedents."""
