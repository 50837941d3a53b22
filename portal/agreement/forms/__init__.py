"""What the coordinators fill in."""

from portal.agreement.forms.cards import FactsForm, ServiceForm, TextForm
from portal.agreement.forms.decisions import DeviationForm, RolloutForm

__all__ = ["DeviationForm", "FactsForm", "RolloutForm", "ServiceForm", "TextForm"]
