"""Having `soleus remind --due` called by the system while no window is open. Knows no reminder."""
